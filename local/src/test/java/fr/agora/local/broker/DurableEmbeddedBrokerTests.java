package fr.agora.local.broker;

import fr.agora.local.process.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableEmbeddedBrokerTests extends BrokerTests {
    @TempDir
    Path directory;

    @Override
    LocalBroker open() throws Exception {
        return EmbeddedBroker.onDirectory(directory, Ports.free());
    }

    @Test
    @Override
    void confirmedMessagesSurviveARestart() throws Exception {
        super.confirmedMessagesSurviveARestart();
    }
}
