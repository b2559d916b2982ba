using System.Net;

namespace VksServerless.EndToEnd.Access;

public class Signing_in_on_this_machine(AHost host) : IClassFixture<AHost>
{
    [Theory]
    [InlineData("portal/sign-in", "Sec-Fetch-Site", "cross-site")]
    [InlineData("portal/sign-in", "Sec-Fetch-Site", "same-site")]
    [InlineData("portal/sign-in", "Origin", "https://evil.example")]
    [InlineData("portal/sign-in", "Origin", "null")]
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
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/local/sign-in"))
        {
            Content = Person.Json("""{"person":"centre"}"""),
        };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        }

        (await Answer.To(host.Http, request)).Done().Said("role").ShouldBe("centre");
    }

    [Fact]
    public async Task Says_who_there_is_when_nobody_is_called_that()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/local/sign-in")) { Content = Person.Json("""{"person":"nobody"}""") };

        (await Answer.To(host.Http, request)).Refused(404, "person-unknown").Said("detail").ShouldContain("leader-1");
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
