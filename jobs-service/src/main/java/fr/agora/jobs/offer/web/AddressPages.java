package fr.agora.jobs.offer.web;

import fr.agora.jobs.address.Addresses;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suggestions for the address field of the form, where a script asks for them. */
@Controller
class AddressPages {

    private final Addresses addresses;

    AddressPages(Addresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/offres/adresses")
    String suggest(@RequestParam(defaultValue = "") String address, Model model) {
        model.addAttribute("found", addresses.suggest(address));
        return "offers/addresses";
    }
}
