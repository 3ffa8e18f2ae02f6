package fr.agora.directory.photo;

import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures, for browsers and programs. */
@RestController
@Tag(name = "Membres")
class PhotoApi {

    private static final String PATH = "/api/directory/members/{id}/photo";
    private static final Duration KEPT = Duration.ofHours(1);

    private final Photos photos;
    private final PhotoUpload upload;
    private final Members members;

    PhotoApi(Photos photos, PhotoUpload upload, Members members) {
        this.photos = photos;
        this.upload = upload;
        this.members = members;
    }

    /** The address names the picture the profile shows now, to this reader; any other is absent. */
    @GetMapping("/annuaire/membres/{id}/photo/{photo}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String photo,
            @RequestParam(name = "taille", defaultValue = "grande") String size,
            Optional<CurrentUser> reader) {
        Photo picture = members.seen(id, reader)
                .filter(seen -> isOn(seen, photo))
                .flatMap(seen -> photos.find(photo))
                .orElseThrow(ProblemException::notFound);
        boolean forAnyone = members.seen(id, Optional.empty())
                .filter(seen -> isOn(seen, photo))
                .isPresent();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        forAnyone
                                ? CacheControl.maxAge(KEPT).cachePublic()
                                : CacheControl.maxAge(KEPT).cachePrivate())
                .eTag(photo + "-" + (size.equals("petite") ? "s" : "l"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .body(size.equals("petite") ? picture.small() : picture.large());
    }

    private static boolean isOn(MemberView seen, String photo) {
        return seen.photoUrl() != null && seen.photoUrl().endsWith("/" + photo);
    }

    @PutMapping(
            path = PATH,
            consumes = {"image/jpeg", "image/png", "image/webp", "application/octet-stream"})
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Operation(summary = "Puts a picture on a profile: JPEG, PNG or WebP, 5 MB and 40 megapixels at most (its owner)")
    void replace(@PathVariable String id, @RequestBody byte[] file, CurrentUser user) {
        upload.replace(id, file, user);
    }

    @DeleteMapping(PATH)
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes the picture off a profile (its owner)")
    void remove(@PathVariable String id, CurrentUser user) {
        upload.remove(id, user);
    }
}
