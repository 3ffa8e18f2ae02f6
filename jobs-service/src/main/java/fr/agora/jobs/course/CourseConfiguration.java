package fr.agora.jobs.course;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What courses are told by the operator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CourseSettings.class)
class CourseConfiguration {}
