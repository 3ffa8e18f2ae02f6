package fr.agora.directory.site;

import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.photo.PhotoUpload;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A person's picture: put on, taken off. */
@Controller
class PhotoPages {

    private final MemberEditing editing;
    private final PhotoUpload upload;
    private final FormCheck check;

    PhotoPages(MemberEditing editing, PhotoUpload upload, FormCheck check) {
        this.editing = editing;
        this.upload = upload;
        this.check = check;
    }

    @GetMapping("/moi/photo")
    String form(CurrentUser user, Model model) {
        return show(Form.blank(), mine(user), model);
    }

    @PostMapping("/moi/photo")
    String replace(
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        MemberView mine = mine(user);
        Form form = Form.blank().named("photo", page.t("photo.file"));
        if (photo == null || photo.isEmpty()) {
            form.reject("photo", page.t("photo.none"));
        } else {
            try {
                upload.replace(mine.id(), photo.getBytes(), user);
                return "redirect:/moi?fait=photo";
            } catch (ProblemException refused) {
                check.refuse(refused, "photo", form, page);
            }
        }
        response.setStatus(422);
        return show(form, mine, model);
    }

    @PostMapping("/moi/photo/retirer")
    String remove(CurrentUser user) {
        upload.remove(mine(user).id(), user);
        return "redirect:/moi?fait=photo-retiree";
    }

    private static String show(Form form, MemberView mine, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("member", mine);
        return "profile/photo";
    }

    private MemberView mine(CurrentUser user) {
        return editing.ownView(user).orElseThrow(ProblemException::notFound);
    }
}
