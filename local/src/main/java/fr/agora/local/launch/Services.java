package fr.agora.local.launch;

import fr.agora.local.launch.Part.Stage;
import fr.agora.local.launch.PortPlan.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The five Boot applications of the checkout, the services in as many instances as the settings say. */
record Services(Settings settings, Home home, Training training) {

    /** Longer than the gateway keeps a connection nobody uses. */
    private static final String LEAVE_AFTER = "3s";

    /** The gateway with the variables it is told. */
    @SafeVarargs
    final Stream<Part> gateway(int port, Map<String, String>... variables) throws LaunchFailure {
        return parts(Stage.GATEWAY, "gateway", "gateway", List.of(port), told(variables));
    }

    /** A service with the variables it is told, a part for each port; nothing when its jar is missing and may be. */
    @SafeVarargs
    final Stream<Part> service(String name, Use use, Map<String, String>... variables) throws LaunchFailure {
        Map<String, String> told = told(variables);
        if (settings.instances() > 1) {
            told.put("AGORA_LEAVE_AFTER", LEAVE_AFTER);
        }
        List<Integer> ports = settings.ports().instances(use, settings.instances());
        return parts(Stage.SERVICES, name, name + "-service", ports, told);
    }

    private Stream<Part> parts(Stage stage, String name, String module, List<Integer> ports, Map<String, String> told)
            throws LaunchFailure {
        Path folder = settings.checkout().resolve(module);
        Optional<ServiceJar> jar = ServiceJar.of(name, folder);
        if (jar.isEmpty() && !settings.missingJarsAllowed()) {
            throw new LaunchFailure(new LaunchFailure.NotBuilt(name, folder.resolve("target/" + module + "-….jar")));
        }
        List<Part> parts = new ArrayList<>();
        for (int port : jar.isPresent() ? ports : List.<Integer>of()) {
            String part = parts.isEmpty() ? name : name + "-" + (parts.size() + 1);
            ServiceProcess process =
                    new ServiceProcess(part, jar.get(), port, told, home, settings.startPatience(), training);
            parts.add(new Part(part, module, port, home.log(part), stage, process));
        }
        return parts.stream();
    }

    @SafeVarargs
    private static Map<String, String> told(Map<String, String>... variables) {
        Map<String, String> told = new HashMap<>();
        for (Map<String, String> each : variables) {
            told.putAll(each);
        }
        return told;
    }
}
