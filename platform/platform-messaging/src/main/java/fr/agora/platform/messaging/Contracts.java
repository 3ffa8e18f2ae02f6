package fr.agora.platform.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every descriptor on the class path. */
record Contracts(List<Contract> all) {

    /** The first version of a fact, and beside it those that came later. */
    private static final List<String> DESCRIPTORS =
            List.of("classpath*:contracts/*/*/descriptor.yaml", "classpath*:contracts/*/*/v*.descriptor.yaml");

    static final FactType REPLAY_REQUESTED = new FactType("agora.platform.replay-requested.v1");
    static final FactType REPLAY_COMPLETED = new FactType("agora.platform.replay-completed.v1");

    static Contracts onClassPath() {
        try {
            var found = new ArrayList<Contract>();
            for (var pattern : DESCRIPTORS) {
                for (var descriptor : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    found.add(read(descriptor));
                }
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("No contracts/*/*/descriptor.yaml on the class path");
            }
            found.sort(Comparator.comparing(contract -> contract.type().value()));
            return new Contracts(List.copyOf(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract read(Resource descriptor) throws IOException {
        try (var content = descriptor.getInputStream()) {
            Map<String, Object> fields = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            if (!(fields.get("type") instanceof String type) || !(fields.get("consumers") instanceof List<?> names)) {
                throw new IllegalStateException("type and consumers are missing in " + descriptor.getDescription());
            }
            return new Contract(
                    new FactType(type), names.stream().map(String::valueOf).toList());
        }
    }

    List<Contract> ownedBy(String name) {
        return all.stream().filter(contract -> contract.isOwnedBy(name)).toList();
    }

    List<Contract> heardBy(String name) {
        return all.stream().filter(contract -> contract.isHeardBy(name)).toList();
    }
}
