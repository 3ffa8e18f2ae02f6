package fr.agora.local.launch;

import fr.agora.local.launch.Part.Stage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The five Boot applications of the checkout. */
record Services(Settings settings, Home home, Training training) {

    /** A service with the variables it is told; nothing when its jar is missing and that is allowed. */
    @SafeVarargs
    final Optional<Part> part(Stage stage, String name, int port, Map<String, String>... variables)
            throws LaunchFailure {
        String module = stage == Stage.GATEWAY ? name : name + "-service";
        Path folder = settings.checkout().resolve(module);
        Optional<ServiceJar> jar = ServiceJar.of(name, folder);
        if (jar.isEmpty() && !settings.missingJarsAllowed()) {
            throw new LaunchFailure(new LaunchFailure.NotBuilt(name, folder.resolve("target/" + module + "-….jar")));
        }
        Map<String, String> told = new HashMap<>();
        for (Map<String, String> each : variables) {
            told.putAll(each);
        }
        return jar.map(found -> new Part(
                name,
                module,
                port,
                home.log(name),
                stage,
                new ServiceProcess(found, port, told, home, settings.startPatience(), training)));
    }
}
