package fr.agora.platform.ui;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.FormResume;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.platform.web.ProblemWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Gives an application its pages. */
@AutoConfiguration(
        afterName = {"fr.agora.platform.web.PlatformWeb"},
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "fr.agora.platform.security.ResourceServerDefaults"
        })
@EnableConfigurationProperties(UiSettings.class)
public class PlatformUi {

    @Bean
    Templates templates(UiSettings settings, ObjectProvider<PageModule> modules) {
        return new Templates(settings.templates(), modules.stream().toList(), PlatformUi.class.getClassLoader());
    }

    @Bean
    Texts pageTexts(ObjectProvider<MessageSource> application, ObjectProvider<PageModule> modules) {
        return new Texts(application.getIfAvailable(), modules.stream().toList());
    }

    @Bean
    Pages pages(Texts texts, UiSettings settings, ObjectProvider<Visitors> visitors, Environment environment) {
        // AGORA_STATE_BRAND itself, so that no application can forget to pass it on
        boolean stateBrand = environment.getProperty("agora.state-brand", Boolean.class, false);
        return new Pages(texts, settings, stateBrand, visitors);
    }

    @Bean
    PageRenderer pageRenderer(Templates templates, Pages pages) {
        return new PageRenderer(templates, pages);
    }

    @Bean
    JteViews jteViews(Templates templates, PageRenderer renderer) {
        return new JteViews(templates, renderer);
    }

    @Bean
    ErrorPages errorPages(PageRenderer renderer, ObjectProvider<ApiErrors> api) {
        return new ErrorPages(renderer, api.getIfAvailable());
    }

    @Bean
    ResumeForm resumeForm(PageRenderer renderer) {
        return new ResumeForm(renderer);
    }

    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        return new PageLocales();
    }

    @Bean
    WebMvcConfigurer pageManners(Pages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageArgument(pages));
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new LanguageChoice()).excludePathPatterns("/api/**", "/assets/**");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry resources) {
                resources
                        .addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/META-INF/resources/assets/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(true)
                        .addResolver(new EncodedResourceResolver());
            }
        };
    }

    /** What a service adds: people known by their token, forms that survive an ended session. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CurrentUser.class)
    static class WithSecurity {

        @Bean
        @ConditionalOnMissingBean
        Visitors visitors() {
            return request -> CurrentUser.current()
                    .map(user -> new Visitor(
                            user.accountId(),
                            user.name(),
                            user.organization(),
                            user.roles().stream().map(Role::claim).collect(Collectors.toSet())));
        }

        @Bean
        @ConditionalOnMissingBean
        FormResume formResume(ResumeForm form) {
            return form::answer;
        }
    }

    /** Refusals thrown by page handlers, in the words of their problem. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ProblemTexts.class)
    static class WithProblems {

        @Bean
        @ConditionalOnBean(ProblemWriter.class)
        ApiErrors apiErrors(ProblemWriter problems) {
            return new ProblemErrors(problems);
        }

        @Bean
        @ConditionalOnBean(ProblemTexts.class)
        WebMvcConfigurer pageProblems(PageRenderer renderer, ProblemTexts texts) {
            return new WebMvcConfigurer() {
                @Override
                public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                    resolvers.addFirst(new PageProblems(renderer, texts));
                }
            };
        }
    }
}
