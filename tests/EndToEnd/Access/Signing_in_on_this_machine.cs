using System.Net;

namespace VksServerless.EndToEnd.Access;

public class Signing_in_on_this_machine(AHost host) : IClassFixture<AHost>
{
    [Theory]
    [InlineData("sign-in", "Sec-Fetch-Site", "cross-site")]
    [InlineData("sign-in", "Sec-Fetch-Site", "same-site")]
    [InlineData("sign-in", "Origin", "https://evil.example")]
    [InlineData("sign-in", "Origin", "null")]
    [InlineData("local/sign-in", "Sec-Fetch-Site", "cross-site")]
    [InlineData("api/cycles", "Origin", "https://evil.example")]
    public async Task Is_refused_when_a_foreign_page_asks(string path, string header, string value)
    {
        using var answer = await Post(path, (header, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/problems/foreign-page");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task Is_done_for_its_own_page_and_for_programs(string? site)
    {
        using var answer = await (
            site is null
                ? Post("sign-in")
                : Post("sign-in", ("Sec-Fetch-Site", site), ("Origin", host.Address.GetLeftPart(UriPartial.Authority))));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("samesite=strict");
    }

    [Fact]
    public async Task Says_who_there_is_when_nobody_is_called_that()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/local/sign-in")) { Content = Person.Json("""{"person":"nobody"}""") };

        (await Answer.To(host.Http, request)).Refused(404, "person-unknown").Said("detail").ShouldContain("leader-1");
    }

    [Fact]
    public async Task With_a_form_that_breaks_off_signs_nobody_in()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler);
        using var form = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"person\"\r\n\r\ncen"u8.ToArray());
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await http.PostAsync(new Uri(host.Address, "/sign-in"), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"person\":")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Says_what_to_send_when_the_body_is_no_JSON(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/local/sign-in")) { Content = Person.Json(body) };

        (await Answer.To(host.Http, request)).Refused(400, "body-malformed").Said("detail").ShouldContain("\"person\"");
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler);
        var request = new HttpRequestMessage(HttpMethod.Post,
            new Uri(host.Address, path))
        { Content = new FormUrlEncodedContent([new("person", "centre")]) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await http.SendAsync(request);
    }
}
