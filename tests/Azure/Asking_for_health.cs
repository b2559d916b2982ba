using System.Net;
using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests;

/// <summary>What a deployment waits for, and what an availability test asks.</summary>
public class Asking_for_health
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Each_service_that_the_app_stands_on_is_named_and_one_that_is_out_fails_alone()
    {
        await using var stage = await AzureStage.Start(Sector.Of(provinces: 1, districts: 1, departments: 1));
        using var http = new HttpClient { BaseAddress = stage.Door.Address };

        (await Health(http)).ShouldBe((200, """{"status":"ok","checks":{"blobs":"ok","bus":"ok","issuer":"ok","rows":"ok"}}"""));

        foreach (var service in (Uri[])[stage.Door.Address, stage.Door.Page])
        {
            (await Status(http, service, "rebound.example")).ShouldBe(HttpStatusCode.BadRequest);
            (await Status(http, service, $"localhost:{service.Port}")).ShouldNotBe(HttpStatusCode.BadRequest);
        }

        using (stage.Door.AppStorage.Outage("blob"))
        {
            await Until(http, (503, """{"status":"failing","checks":{"blobs":"failing","bus":"ok","issuer":"ok","rows":"ok"}}"""));
        }

        stage.Door.Bus.BeginOutage();
        await Until(http, (503, """{"status":"failing","checks":{"blobs":"ok","bus":"failing","issuer":"ok","rows":"ok"}}"""));
        stage.Door.Bus.EndOutage();

        await Until(http, (200, """{"status":"ok","checks":{"blobs":"ok","bus":"ok","issuer":"ok","rows":"ok"}}"""));
    }

    [Fact]
    public async Task The_address_of_the_site_leads_to_the_portal()
    {
        await using var stage = await AzureStage.Start(Sector.Of(provinces: 1, districts: 1, departments: 1));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = stage.Door.Address };

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        using var unknown = await http.GetAsync(new Uri("/elsewhere", UriKind.Relative));

        answer.Headers.Location?.ToString().ShouldBe("/portal");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>What a page in a browser gets that has its own name point at this machine.</summary>
    private static async Task<HttpStatusCode> Status(HttpClient http, Uri service, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, service) { Headers = { Host = host } };
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task Until(HttpClient http, (int Status, string Body) wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await Health(http) is var answer && answer != wanted)
        {
            patience.IsCancellationRequested.ShouldBeFalse($"{answer} is not {wanted}");
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private static async Task<(int Status, string Body)> Health(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("api/health", UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
