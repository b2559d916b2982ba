using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Demo;

public sealed partial class Playing_a_demo(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void It_says_what_was_published()
    {
        var completeness = demo.Publication.GetProperty("report").GetProperty("completeness");
        foreach (var count in new[] { "onTime", "late", "missing", "exempt" })
        {
            demo.Line.GetProperty(count).GetInt32().ShouldBe(completeness.GetProperty(count).GetInt32(), count);
        }

        demo.Line.GetProperty("units").GetInt32().ShouldBe(DemoRun.Units);
        demo.Line.GetProperty("publication").GetString().ShouldBe(demo.Publication.GetProperty("number").GetString());
    }

    [Fact]
    public void There_is_some_of_everything_that_happens_in_a_cycle()
    {
        foreach (var count in new[] { "onTime", "late", "missing", "returned", "exempt", "workflowSteps" })
        {
            demo.Line.GetProperty(count).GetInt32().ShouldBeGreaterThan(0, count);
        }

        var kinds = demo.Mails.Select(mail => mail.Key.Split('.')[^2]).ToHashSet();
        kinds.ShouldBe(
            [
                "UnitObliged", "ReportSubmitted", "ReportReturned", "ReportAccepted", "UnitExempted", "DeadlineExtended", "ReminderDue",
                "ReportLaidBefore", "CyclePublished", "ReportWaiting", "UnitsOverdue"],
            ignoreOrder: true);
    }

    [Fact]
    public void It_says_that_all_is_made_up_and_lets_who_leads_the_whole_be_on_time()
    {
        var report = demo.Publication.GetProperty("report");
        report.GetProperty("title").GetString().ShouldEndWith("(số liệu và tình hình nộp là giả định)");
        foreach (var unit in (string[])["C2", "VP", "KHTC"])
        {
            report.GetProperty("manifest").EnumerateArray().Single(entry => entry.GetProperty("unit").GetString() == unit)
                .GetProperty("onTime").GetBoolean().ShouldBeTrue(unit);
        }
    }

    [Fact]
    public async Task Every_figure_that_was_published_is_found_again_from_the_accepted_reports()
    {
        var (code, output) = await DemoRun.Check(demo.Folder);
        code.ShouldBe(0, output);
        int.Parse(Checked().Match(output).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task A_report_that_was_altered_afterwards_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("vks-demo-altered-");
        try
        {
            File.Copy(Path.Combine(demo.Folder, "publication.json"), Path.Combine(folder.FullName, "publication.json"));
            var reports = await File.ReadAllTextAsync(Path.Combine(demo.Folder, "submissions.ndjson"));
            var altered = FirstCount().Replace(reports, "\"may_tinh\":99999,", 1);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "submissions.ndjson"), altered);

            var (code, output) = await DemoRun.Check(folder.FullName);

            code.ShouldBe(1);
            output.ShouldContain("sector may_tinh: published");
            output.ShouldContain("sha256: published");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Nobody_is_told_the_same_thing_twice()
    {
        var mails = demo.Mails;
        mails.Count.ShouldBe(demo.Line.GetProperty("mails").GetInt32());
        mails.Select(mail => mail.Key).ShouldBeUnique();
        mails.Select(mail => (mail.To, mail.Subject, mail.Body)).ShouldBeUnique();
    }

    [Fact]
    public async Task It_leaves_a_page_and_every_accepted_version()
    {
        (await File.ReadAllTextAsync(Path.Combine(demo.Folder, "publication.html")))
            .ShouldContain("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        var accepted = demo.Publication.GetProperty("report").GetProperty("manifest").EnumerateArray()
            .Where(entry => entry.GetProperty("state").GetString() == "accepted");
        var lines = (await File.ReadAllLinesAsync(Path.Combine(demo.Folder, "submissions.ndjson"))).Select(line => JsonElement.Parse(line));
        lines.Select(line => line.GetProperty("sha256").GetString())
            .ShouldBe(accepted.Select(entry => entry.GetProperty("sha256").GetString()), ignoreOrder: true);
    }

    [GeneratedRegex("figures checked: ([0-9]+), differences: 0")]
    private static partial Regex Checked();

    [GeneratedRegex("\"may_tinh\":[0-9]+,")]
    private static partial Regex FirstCount();
}
