using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using VksServerless.Reports;

namespace VksServerless.Functions.Tests.Http;

/// <summary>What a trigger hands over is answered by the web side as on the server.</summary>
public class Handing_requests_over : IAsyncLifetime
{
    private AHost _host = null!;

    public async Task InitializeAsync() => _host = await AHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Without_a_token_there_is_a_problem() =>
        await Problem(await _host.Client.GetAsync("/api/cycles"), HttpStatusCode.Unauthorized, "/problems/not-signed-in");

    [Fact]
    public async Task With_a_token_the_endpoint_is_asked()
    {
        _host.SignIn("centre");

        var cycles = await _host.Client.GetAsync("/api/cycles");

        cycles.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cycles.Content.ReadFromJsonAsync<JsonElement>()).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("/", "/portal")]
    [InlineData("/portal/cycles", "/portal/sign-in")]
    public async Task What_only_leads_on_does_so_although_its_response_begins_when_the_invocation_has_ended(string from, string to)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Client.BaseAddress };

        using var answer = await http.GetAsync(new Uri(from, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain(to);
        if (from != "/")
        {
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        }
    }

    [Fact]
    public async Task Whose_sender_has_left_do_not_make_the_invocation_fail()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/portal/cycles") { Headers = { { AHost.Leaves, "true" } } };

        await Should.ThrowAsync<HttpRequestException>(() => _host.Client.SendAsync(request));

        _host.LastFault.ShouldBeNull();
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_a_problem()
    {
        _host.SignIn("centre");
        await Problem(await _host.Client.GetAsync("/api/cycles/k1/nonsense/x"), HttpStatusCode.NotFound, "/problems/address-unknown");
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_a_problem()
    {
        _host.SignIn("centre");
        await Problem(await _host.Client.DeleteAsync("/api/cycles"), HttpStatusCode.MethodNotAllowed, "/problems/method-not-allowed");
    }

    [Fact]
    public async Task The_description_names_every_address_but_the_one_that_needs_no_token()
    {
        _host.SignIn("centre");

        var paths = (await _host.Client.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("paths");

        paths.EnumerateObject().Select(path => $"/api{path.Name}").Append("/api/health").ShouldBe(
            _host.Endpoints.Select(endpoint => endpoint.RoutePattern.RawText!).Where(address => address.StartsWith("/api/", StringComparison.Ordinal))
                .Distinct(),
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_may_be_as_large_as_attachments_are()
    {
        _host.SignIn("unit-reporter");
        using var request = Large("/api/cycles/k000000000000001/reports/T01/attachments", HttpMethod.Post, "application/pdf");

        (await _host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        _host.LastLimit.ShouldBe(AttachmentRules.MaxLength);
    }

    [Fact]
    public async Task Another_body_that_is_too_large_is_a_problem()
    {
        _host.SignIn("centre");
        using var request = Large("/api/forms/mau/1", HttpMethod.Put, "application/json");

        await Problem(await _host.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge, "/problems/body-too-large");
    }

    [Fact]
    public async Task A_body_that_breaks_the_protocol_is_a_problem_and_no_fault_of_ours()
    {
        _host.SignIn("centre");
        using var client = new TcpClient("127.0.0.1", _host.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        var request = "PUT /api/forms/mau/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nIf-None-Match: *\r\n"
            + $"Authorization: {_host.Client.DefaultRequestHeaders.Authorization}\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("application/problem+json");
    }

    private static HttpRequestMessage Large(string path, HttpMethod method, string kind)
    {
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(new byte[40 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(kind);
        request.Headers.ExpectContinue = true;
        return request;
    }

    private static async Task Problem(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe(type);
    }
}
