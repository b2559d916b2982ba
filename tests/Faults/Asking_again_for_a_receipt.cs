using System.Text.Json;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Server.Access;

namespace VksServerless.Faults;

[Collection(nameof(Undisturbed))]
public class Asking_again_for_a_receipt
{
    [Fact]
    public async Task After_the_answer_got_lost_and_the_report_was_accepted_gives_the_receipt_of_the_stored_version()
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, plan);
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Open();
        await stage.Settle();
        var unit = campaign.Units[0];
        // First the content, then the version.
        plan.After = number =>
        {
            if (number == 2)
            {
                throw new LineCutException();
            }
        };
        plan.Watch();
        (await Submit()).Status.ShouldBe(500, "the version is stored, the answer is not");
        plan.Watch(false);
        var centre = SamplePeople.Central.Single(person => person.Id == "centre");
        (await Ask(api => api.Post(centre, $"cycles/{campaign.Id}/reports/{unit.Code}/accept", new { Version = 1 }))).Status.ShouldBe(200);

        var again = await Submit();

        again.Status.ShouldBe(201);
        var receipt = again.Json.Deserialize<Receipt>(JsonSerializerOptions.Web)!;
        var versions = (await campaign.Read($"cycles/{campaign.Id}/reports/{unit.Code}/versions")).Json;
        versions.GetArrayLength().ShouldBe(1);
        versions[0].GetProperty("sha256").GetString().ShouldBe(receipt.Sha256);

        Task<Answer> Submit() => Ask(api => api.Post(
            SamplePeople.ReporterOf(unit), $"cycles/{campaign.Id}/reports/{unit.Code}/submit",
            new { Answers = Answering.Of(unit, 1), Adjustments = Array.Empty<object>() }, $"submit-{unit.Code}"));

        async Task<Answer> Ask(Func<Api, Task<Answer>> request)
        {
            using var api = stage.Client();
            return await request(api);
        }
    }
}
