package fr.agora.directory.photo;

import fr.agora.directory.privacy.HeldData;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture, for the export a person may ask for. */
@Component
class HeldPhotos implements HeldData {

    private final Photos photos;

    HeldPhotos(Photos photos) {
        this.photos = photos;
    }

    /** @param jpeg as base 64 */
    record Held(Instant savedAt, byte[] jpeg) {}

    @Override
    public String kind() {
        return "photos";
    }

    @Override
    public void forEachOf(String accountId, @Nullable String memberId, Consumer<Object> sink) {
        if (memberId != null) {
            photos.of(memberId).forEach(photo -> sink.accept(new Held(photo.savedAt(), photo.large())));
        }
    }
}
