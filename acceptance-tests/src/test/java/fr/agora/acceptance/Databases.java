package fr.agora.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;

/** The databases of a running platform, for those who look behind its doors. */
final class Databases {

    private static final List<String> NAMES =
            List.of("agora_gateway", "agora_directory", "agora_projects", "agora_jobs", "agora_search");

    private Databases() {}

    static List<String> all() {
        return NAMES;
    }

    /** Collections of who does regular work at the moment, and of what was rebuilt when: no two moments are alike. */
    static final Set<String> OF_THE_MOMENT = Set.of("leases", "rebuilds", "rebuild_claims", "account_reading");

    /** Without the gateway's, whose sessions and counts are of the moment. */
    static List<String> ofServices() {
        return NAMES.subList(1, NAMES.size());
    }

    static MongoClient client(Agora agora, String database) {
        int first = agora.part("store").getPort();
        int own = first + NAMES.indexOf(database);
        // the embedded store has a port for each database, a mongod one for all
        return MongoClients.create("mongodb://127.0.0.1:" + (answers(own) ? own : first));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
