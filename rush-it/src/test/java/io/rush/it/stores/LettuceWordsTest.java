package io.rush.it.stores;

class LettuceWordsTest extends WordsTestCase {
    LettuceWordsTest() {
        super(Providers.lettuce());
    }
}
