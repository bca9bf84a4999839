package io.rush.it.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was added to an {@link ApiText} and what was removed, in words. */
record ApiDifference(Map<String, Set<String>> before, Map<String, Set<String>> after) {
    static ApiDifference between(String before, String after) {
        return new ApiDifference(blocks(before), blocks(after));
    }

    private static Map<String, Set<String>> blocks(String text) {
        Map<String, Set<String>> blocks = new LinkedHashMap<>();
        Set<String> block = new LinkedHashSet<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                block.add(line.strip());
            } else {
                block = blocks.computeIfAbsent(line, name -> new LinkedHashSet<>());
            }
        }
        return blocks;
    }

    /** One sentence for each line; empty where nothing but the order differs. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!after.containsKey(name)) {
                words.add("removed " + name);
            } else if (!before.containsKey(name)) {
                words.add("added " + name);
            } else {
                missing(after.get(name), before.get(name), "removed from " + name, words);
                missing(before.get(name), after.get(name), "added to " + name, words);
            }
        }
        return words;
    }

    private static void missing(Set<String> there, Set<String> here, String beginning, List<String> words) {
        here.stream()
                .filter(line -> !there.contains(line))
                .map(line -> beginning + ": " + line)
                .forEach(words::add);
    }
}
