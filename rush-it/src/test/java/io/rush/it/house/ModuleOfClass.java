package io.rush.it.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Slices classes by the module that holds them; what is none of rush's is left out. */
record ModuleOfClass(List<RushModule> modules) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return modules.stream()
                .filter(module -> module.holds(type))
                .findFirst()
                .map(module -> SliceIdentifier.of(module.name()))
                .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
        return "modules";
    }
}
