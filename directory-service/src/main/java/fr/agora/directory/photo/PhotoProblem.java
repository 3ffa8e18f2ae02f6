package fr.agora.directory.photo;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a picture is refused; the texts are in the bundle {@code problems}. */
enum PhotoProblem implements ProblemType {
    PHOTO_TOO_HEAVY(HttpStatus.CONTENT_TOO_LARGE),
    PHOTO_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT),
    PHOTO_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    PHOTO_UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    PHOTO_BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    PhotoProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
