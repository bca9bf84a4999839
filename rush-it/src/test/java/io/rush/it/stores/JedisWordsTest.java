package io.rush.it.stores;

class JedisWordsTest extends WordsTestCase {
    JedisWordsTest() {
        super(Providers.jedis());
    }
}
