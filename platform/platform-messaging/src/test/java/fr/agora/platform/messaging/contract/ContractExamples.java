package fr.agora.platform.messaging.contract;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every example ever committed of a fact: whoever hears the fact must be able to read all of them. */
public final class ContractExamples {

    private ContractExamples() {}

    /** @return never empty, in the order of the files' names */
    public static List<Fact> of(String type) {
        return of(new FactType(type));
    }

    public static List<Fact> of(FactType type) {
        var pattern =
                "classpath*:contracts/%s/%s/examples/v%d/*.json".formatted(type.owner(), type.fact(), type.version());
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length == 0) {
                throw new AssertionError("No example on the class path: " + pattern);
            }
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .map(ContractExamples::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact read(Resource example) {
        try {
            return Fact.parse(example.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
