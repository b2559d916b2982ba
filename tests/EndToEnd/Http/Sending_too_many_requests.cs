using VksServerless.EndToEnd.Portal;

namespace VksServerless.EndToEnd.Http;

public class Sending_too_many_requests
{
    private const int Burst = 5;

    [Fact]
    public async Task Is_refused_with_when_to_go_on_and_keeps_nobody_else_waiting()
    {
        await using var host = await AHost.Start(
            settings: new Dictionary<string, string?> { ["Limits:Burst"] = $"{Burst}", ["Limits:PerSecond"] = "1" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Burst).Select(_ => host.As("centre").Get("cycles")));

        answers.Count(answer => answer.Status == 200).ShouldBeInRange(Burst, 2 * Burst);
        foreach (var refused in answers.Where(answer => answer.Status != 200))
        {
            refused.Refused(429, "too-many-requests");
            refused.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        }

        (await host.As("leader-1").Get("cycles")).Done();
    }

    [Fact]
    public async Task At_the_portal_is_refused_on_a_page_of_its_own()
    {
        await using var host = await AHost.Start(
            settings: new Dictionary<string, string?> { ["Limits:Burst"] = $"{Burst}", ["Limits:PerSecond"] = "1" });
        using var session = await APortalSession.Of(host.Address, "centre");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Burst).Select(_ => session.Get("portal/cycles")));

        var refused = answers.Where(answer => answer.Status == 429).ToList();
        refused.Count.ShouldBeInRange(2 * Burst, 4 * Burst);
        refused.ShouldAllBe(answer => answer.Kind == "text/html" && answer.Text.Contains("Quá nhiều yêu cầu"));
        using var other = await APortalSession.Of(host.Address, "leader-1");
        (await other.Get("portal")).Status.ShouldBe(200);
    }
}
