package fr.agora.projects.albert;

import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** What may leave the platform of a use case: what anybody reads on its page, and only while anybody may. */
record PublicText(String text) {

    private static final int LONGEST = 8_000;

    static Optional<PublicText> of(UseCase useCase) {
        if (!useCase.isPublished() || useCase.content().visibility() != Visibility.PUBLIC) {
            return Optional.empty();
        }
        var content = useCase.content();
        String all = String.join(
                "\n\n",
                content.title(),
                content.pitch(),
                Objects.requireNonNullElse(content.audience(), ""),
                Objects.requireNonNullElse(content.whatChanges(), ""),
                Objects.requireNonNullElse(content.description(), ""));
        return Optional.of(new PublicText(all.substring(0, Math.min(all.length(), LONGEST))));
    }

    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
