package fr.agora.directory.photo;

import fr.agora.directory.member.MemberErased;
import fr.agora.directory.member.MemberPortrait;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Puts a picture on a profile and takes it off again; its owner's business, or an administrator's. */
@Service
public class PhotoUpload {

    private final Darkroom darkroom;
    private final Photos photos;
    private final MemberPortrait portraits;
    private final Clock clock;

    PhotoUpload(Darkroom darkroom, Photos photos, MemberPortrait portraits, Clock clock) {
        this.darkroom = darkroom;
        this.photos = photos;
        this.portraits = portraits;
        this.clock = clock;
    }

    public void replace(String memberId, byte[] file, CurrentUser user) {
        portraits.check(memberId, user);
        Picture picture = darkroom.develop(file);
        Photo photo = new Photo(OpaqueId.next("pht"), memberId, picture.large(), picture.small(), clock.instant());
        // before the profile names it: a picture nobody names is swept by the next one, a missing one is a hole
        photos.add(photo);
        portraits.show(memberId, photo.id(), user);
        photos.removeOthersOf(memberId, photo.id());
    }

    public void remove(String memberId, CurrentUser user) {
        portraits.show(memberId, null, user);
        photos.removeOf(memberId);
    }

    @EventListener
    void forget(MemberErased erased) {
        photos.removeOf(erased.memberId());
    }
}
