package dev.handshake.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page after redirects, with the actions of a person on it. */
public class HtmlPage {

    private final TestUser user;
    private final Connection.Response response;
    private final Document document;

    HtmlPage(TestUser user, Connection.Response response) {
        this.user = user;
        this.response = response;
        this.document = Jsoup.parse(response.body(), response.url().toString());
    }

    public int status() {
        return response.statusCode();
    }

    public String url() {
        return response.url().toString();
    }

    public String path() {
        return response.url().getPath();
    }

    public String header(String name) {
        return response.header(name);
    }

    public String html() {
        return response.body();
    }

    public byte[] bytes() {
        return response.bodyAsBytes();
    }

    /** The visible text, without tags and bidi isolates. */
    public String text() {
        return withoutBidiIsolates(document.body().text());
    }

    public List<String> texts(String css) {
        return document.select(css).eachText().stream()
                .map(HtmlPage::withoutBidiIsolates)
                .toList();
    }

    static String withoutBidiIsolates(String text) {
        return text.replaceAll("[\u2068\u2069]", "");
    }

    public List<Element> elements(String css) {
        return document.select(css);
    }

    public Element element(String css) {
        return document.selectFirst(css);
    }

    public HtmlPage is(int status) {
        assertEquals(status, status(), () -> url() + ": " + text());
        return this;
    }

    public HtmlPage says(String... sentences) {
        Arrays.stream(sentences)
                .forEach(each -> assertTrue(text().contains(each), () -> "no “" + each + "” in: " + text()));
        return this;
    }

    /** @param sentences must be long enough not to occur by chance in a number, id or checksum on the page */
    public HtmlPage doesNotSay(String... sentences) {
        for (String each : sentences) {
            assertFalse(each.matches("[0-9a-f-]{0,7}"), () -> "“" + each + "” can stand in any number");
            assertFalse(html().contains(each), () -> "“" + each + "” in: " + text());
        }
        return this;
    }

    public boolean hasAction(String button) {
        return button(button) != null || link(button) != null;
    }

    public HtmlPage follows(String link) {
        Element found = link(link);
        assertTrue(found != null, () -> "no link “" + link + "” in: " + text());
        return user.opens(found.absUrl("href"));
    }

    /** Presses a button as a browser does, after filling in {@code typed} pairs of field and value. */
    public HtmlPage presses(String words, String... typed) {
        Element button = button(words);
        assertTrue(button != null, () -> "no button “" + words + "” in: " + text());
        FormElement form = (FormElement)
                (button.hasAttr("form") ? document.getElementById(button.attr("form")) : button.closest("form"));
        for (int each = 0; each < typed.length; each += 2) {
            fill(form, typed[each], typed[each + 1]);
        }
        return user.send(request(form, button));
    }

    private Connection request(FormElement form, Element button) {
        String action = button.hasAttr("formaction")
                ? button.absUrl("formaction")
                : form.hasAttr("action") ? form.absUrl("action") : url();
        String method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
        Connection request = user.newRequest(action)
                .method(Connection.Method.valueOf(method.toUpperCase(Locale.ROOT)))
                .referrer(url());
        fieldsOutside(form).forEach(each -> request.data(each.attr("name"), each.val()));
        form.formData().forEach(each -> request.data(each.key(), each.value()));
        if (button.hasAttr("name")) {
            request.data(button.attr("name"), button.attr("value"));
        }
        return request;
    }

    private void fill(FormElement form, String field, String value) {
        List<Element> fields = Stream.concat(form.elements().stream(), fieldsOutside(form).stream())
                .filter(each -> each.attr("name").equals(field))
                .toList();
        assertFalse(fields.isEmpty(), () -> "no field “" + field + "” in: " + form);
        for (Element each : fields) {
            if (List.of("checkbox", "radio").contains(each.attr("type"))) {
                if (each.attr("value").equals(value) || value.equals("*")) {
                    each.attr("checked", "checked");
                }
            } else if (each.is("select")) {
                each.select("option")
                        .forEach(option -> option.attr("selected", option.val().equals(value)));
            } else {
                each.val(value);
            }
        }
    }

    /** Fields elsewhere on the page that belong to the form. */
    private List<Element> fieldsOutside(FormElement form) {
        return form.id().isEmpty() ? List.of() : document.select("input[form=" + form.id() + "]");
    }

    private Element button(String words) {
        return document.select("main button").stream()
                .filter(each -> each.text().startsWith(words))
                .findFirst()
                .orElse(null);
    }

    private Element link(String words) {
        return document.select("main a").stream()
                .filter(each -> each.text().startsWith(words))
                .findFirst()
                .orElse(null);
    }
}
