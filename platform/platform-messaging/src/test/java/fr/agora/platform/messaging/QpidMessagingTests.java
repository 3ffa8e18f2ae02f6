package fr.agora.platform.messaging;

import fr.agora.local.broker.EmbeddedBroker;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;

class QpidMessagingTests extends MessagingTests {

    @Override
    RestartableBroker start(Path directory) throws IOException {
        var port = Ports.free();
        return new RestartableBroker(() -> EmbeddedBroker.onDirectory(directory, port));
    }
}
