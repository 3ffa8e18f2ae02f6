package fr.agora.platform.messaging;

/** What facts of a type are to a service. */
enum Hearing {
    HEARD,
    /**
     * Heard in another version, which its owner tells at the same revision: a replay brings all versions to whoever asks,
     * and while a consumer is upgraded its instances share a queue.
     */
    IN_ANOTHER_VERSION,
    /** No descriptor lets the service hear it. */
    UNKNOWN
}
