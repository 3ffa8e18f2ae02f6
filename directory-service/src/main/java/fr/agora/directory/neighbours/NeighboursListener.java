package fr.agora.directory.neighbours;

import fr.agora.directory.moderation.Reporting;
import fr.agora.directory.notice.Notices;
import fr.agora.directory.notice.Topic;
import fr.agora.directory.works.WorksHearing;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One ear for each service that tells the directory something. */
@Configuration(proxyBeanMethods = false)
class NeighboursListener {

    @Bean
    Subscription projects(WorksHearing works, Notices notices, Reporting reports) {
        return new Subscription("projects", hearing(works, notices, reports, Topic.PROJECTS));
    }

    @Bean
    Subscription jobs(WorksHearing works, Notices notices, Reporting reports) {
        return new Subscription("jobs", hearing(works, notices, reports, Topic.JOBS));
    }

    @Bean
    Subscription search(WorksHearing works, Notices notices, Reporting reports) {
        return new Subscription("search", hearing(works, notices, reports, Topic.ALERTS));
    }

    private static FactHandler hearing(WorksHearing works, Notices notices, Reporting reports, Topic topic) {
        return facts -> facts.forEach(fact -> {
            if (fact.type().fact().equals("notice-requested")) {
                notices.tell(requested(fact, topic));
            } else if (fact.type().fact().equals("content-reported")) {
                reports.hear(fact);
            } else {
                works.hear(fact);
            }
        });
    }

    private static fr.agora.directory.notice.Happening requested(Fact fact, Topic topic) {
        return fact.as(RequestedNotice.class).happening(fact.type().owner(), topic);
    }
}
