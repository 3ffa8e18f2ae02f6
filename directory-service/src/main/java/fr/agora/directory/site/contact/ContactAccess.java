package fr.agora.directory.site.contact;

import fr.agora.platform.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who answers for data is everybody's to know: the finder, the contacts and the networks are open to visitors. */
@Configuration(proxyBeanMethods = false)
class ContactAccess {

    @Bean
    PublicEndpoints openContacts() {
        return PublicEndpoints.reading(
                "/contact-donnees",
                "/contact-donnees/{id}",
                "/contact-donnees/{id}/contact.vcf",
                "/reseaux",
                "/reseaux/{code}",
                "/reseaux/{code}/nominations.atom",
                "/api/directory/networks",
                "/api/directory/networks/{code}/members",
                "/api/directory/contact-points",
                "/api/directory/mandates/{id:(?!mine$).*}");
    }
}
