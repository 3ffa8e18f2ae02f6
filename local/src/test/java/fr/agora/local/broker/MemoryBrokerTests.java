package fr.agora.local.broker;

class MemoryBrokerTests extends BrokerTests {
    @Override
    LocalBroker open() throws Exception {
        return EmbeddedBroker.inMemory();
    }
}
