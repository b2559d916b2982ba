using System.Net;
using VksServerless.Local.Host;

namespace VksServerless.Local.Tests;

public class Serving_functions
{
    [Fact]
    public async Task A_function_gets_its_route_values_its_scope_and_its_http_context()
    {
        await using var sample = await Sample.Started();
        using var http = new HttpClient { BaseAddress = sample.Host.Address };

        using var response = await http.GetAsync("/api/greet/L%C3%AA/3");

        (await response.Content.ReadAsStringAsync()).ShouldBe("Lê x3 marked True");
        response.Headers.GetValues("x-function").ShouldBe(["Greet"]);
    }

    [Fact]
    public async Task An_action_result_is_served_too()
    {
        await using var sample = await Sample.Started();
        using var http = new HttpClient { BaseAddress = sample.Host.Address };

        using var response = await http.PostAsync("/api/length", new ByteArrayContent(new byte[1_000_000]));

        (await response.Content.ReadAsStringAsync()).ShouldBe("1000000");
    }

    [Theory]
    [InlineData("GET", "/api/length", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/greet/a/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/greet/a/b", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/Fail", HttpStatusCode.InternalServerError)]
    public async Task What_goes_wrong_is_told_without_a_word_too_many(string method, string path, HttpStatusCode status)
    {
        await using var sample = await Sample.Started();
        using var http = new HttpClient { BaseAddress = sample.Host.Address };

        using var response = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("   at ");
        response.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_only()
    {
        await using var sample = await Sample.Started();

        IPAddress.Parse(sample.Host.Address.Host).ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        await using var sample = await Sample.Started();

        var refused = await Should.ThrowAsync<DataFolderInUseException>(() => Sample.Started(sample.Folder));

        refused.Message.ShouldContain(sample.Folder);
    }

    [Fact]
    public async Task A_timer_function_runs_once_however_many_times_it_was_due()
    {
        await using var sample = await Sample.Started();
        await sample.Host.Play(sample.Clock, sample.Clock.GetUtcNow().AddMinutes(30));
        sample.Clock.Set(sample.Clock.GetUtcNow().AddHours(5));
        await sample.Host.WhenQuiet();
        await sample.Host.DisposeAsync();
        sample.Clock.Set(sample.Clock.GetUtcNow().AddHours(5));
        await sample.Start();
        await sample.Host.WhenQuiet();

        sample.Journal.Entries.ShouldBe(["hour late=False", "hour late=True", "hour late=True"]);
    }
}
