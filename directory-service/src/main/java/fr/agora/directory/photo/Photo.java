package fr.agora.directory.photo;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member's picture in its two sizes, JPEG without any metadata; together far below the store's 16 MB.
 *
 * @param id opaque, new with each picture
 */
@Document("photos")
record Photo(@Id String id, @Indexed String memberId, byte[] large, byte[] small, Instant savedAt) {}
