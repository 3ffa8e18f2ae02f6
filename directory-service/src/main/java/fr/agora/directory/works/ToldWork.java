package fr.agora.directory.works;

import fr.agora.directory.lifecycle.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the published facts that are used here: a use case's and an offer's title is a brick's name. */
record ToldWork(
        String id,
        @Nullable String title,
        @Nullable String name,
        String url,
        @Nullable Visibility visibility,
        @Nullable List<Named> organizations,
        @Nullable List<Coded> skills,
        @Nullable LocalDate validThrough) {

    record Named(String id) {}

    record Coded(String code) {}

    Work work(Work.Kind kind) {
        String words = title == null ? name : title;
        return new Work(
                kind,
                id,
                words == null ? id : words,
                url,
                // what says nothing of its readers is shown to none
                visibility == null ? Visibility.ME : visibility,
                organizations == null
                        ? List.of()
                        : organizations.stream().map(Named::id).toList(),
                skills == null ? List.of() : skills.stream().map(Coded::code).toList(),
                validThrough);
    }
}
