package fr.agora.local.store;

class MemoryStoreTests extends PortableSubsetTests {
    @Override
    WireStore open() {
        return WireStore.inMemory();
    }
}
