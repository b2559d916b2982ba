using System.Diagnostics;
using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests;

/// <summary>The trace of a request, over the bus and the workflow to the mail service, through the Azure door.</summary>
public class Following_a_request
{
    [Fact]
    public async Task Every_mail_belongs_to_the_trace_of_the_request_that_called_for_it()
    {
        var units = Sector.Of(provinces: 2, districts: 2, departments: 2);
        var traces = new Dictionary<string, string>();
        await using var stage = await AzureStage.Start(units);
        var campaign = new Campaign(stage, units)
        {
            // The client sends the running span's traceparent.
            Begins = part => traces[part] = new Activity(part).SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom())
                .Start().TraceId.ToHexString(),
        };

        await campaign.Play();
        await stage.Finish(campaign);

        (await TracesOf(campaign, "UnitObliged")).ShouldBe([traces["open"]]);
        (await TracesOf(campaign, "ReportReturned")).ShouldBe([traces["submit"]]);
        (await TracesOf(campaign, "CyclePublished")).ShouldBe([traces["publish"]]);
        (await TracesOf(campaign, "ReminderDue")).Intersect(traces.Values).ShouldBeEmpty("the clock called for it");
        stage.Door.Mail.Taken.Where(mail => mail.To == "lanh-dao@vks.example").Select(mail => mail.Trace?.Split('-')[1]).Distinct()
            .ShouldContain(traces["publish"]);
    }

    private static async Task<IReadOnlyList<string?>> TracesOf(Campaign campaign, string kind) =>
        [.. (await campaign.Mails(kind)).Select(mail => mail.GetProperty("traceId").GetString()).Distinct()];
}
