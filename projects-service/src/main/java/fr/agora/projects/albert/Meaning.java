package fr.agora.projects.albert;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A public text as a vector of length one. */
@Document("meanings")
record Meaning(@Id String useCaseId, String source, List<Double> vector) {

    static Meaning of(String useCaseId, String source, List<Double> raw) {
        double length = Math.sqrt(raw.stream().mapToDouble(each -> each * each).sum());
        return new Meaning(
                useCaseId,
                source,
                raw.stream().map(each -> length == 0 ? 0 : each / length).toList());
    }

    /** Cosine, from -1 to 1; vectors of two models do not compare. */
    double likeness(Meaning other) {
        if (vector.size() != other.vector.size()) {
            return -1;
        }
        double sum = 0;
        for (int index = 0; index < vector.size(); index++) {
            sum += vector.get(index) * other.vector.get(index);
        }
        return sum;
    }
}
