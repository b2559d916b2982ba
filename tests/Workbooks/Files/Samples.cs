using VksServerless.Application.Workbooks;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>Forms that ask one unit everything, and answers to them that are the same at every call.</summary>
internal static class Samples
{
    public static readonly UnitCode Unit = UnitCode.Of("T05");
    public static readonly CycleId Cycle = CycleId.From(PersonId.Of("p-c2"), "workbooks");

    public static TheoryData<string> Forms =>
        [.. FormCatalogue.Shipped.Forms.Select(form => form.Ref.ToString()), AForm.AllKinds.Ref.ToString()];

    public static Form FormOf(string name) => AForm.AllKinds.Ref.ToString() == name
        ? AForm.AllKinds
        : ForEveryone(FormCatalogue.Shipped.Forms.Single(form => form.Ref.ToString() == name));

    public static Form ForEveryone(Form form) => form with
    {
        Sections = [.. form.Sections.Select(section => section with { Audience = Audience.Everyone })],
    };

    public static ReportWorkbook Report(Form form, Answers? answers = null) => new(
        new WorkbookIdentity(form.Ref, Cycle, Unit, ETag.Of("\"7\"")), form, form.Sections, "Viện kiểm sát nhân dân tỉnh Đắk Lắk",
        "Báo cáo năm 2026", "16:00 ngày 20/07/2026", answers ?? Answers.None);

    public static async Task<byte[]> Write(ReportWorkbook report)
    {
        using var to = new MemoryStream();
        await new ReportWorkbooks().Write(report, to, CancellationToken.None);
        return to.ToArray();
    }

    public static async Task<Outcome<FilledWorkbook>> Read(byte[] bytes) =>
        await new ReportWorkbooks().Read(new MemoryStream(bytes), CancellationToken.None);

    public static async Task<WorkbookContent> Content(byte[] bytes, Form form) => (await Read(bytes)).Value.ContentOf(form);

    /// <summary>Everything that is wrong with a workbook: what it cannot be read for, and what the report's own check says.</summary>
    public static async Task<IReadOnlyList<WorkbookFault>> Faults(byte[] bytes, Form form)
    {
        var content = await Content(bytes, form);
        var checkedBy = new ReportReader(form, Unit, UnitLevel.Province, consolidates: true).Read(content.ToElement());
        return [.. content.Faults, .. content.Locate(checkedBy.Refusal?.Errors ?? [])];
    }

    public static byte[] Mark(byte[] bytes, params IReadOnlyList<WorkbookFault> faults) =>
        new ReportWorkbooks().Mark(bytes, faults).Value.ToArray();

    /// <summary>What the report's own reader makes of a workbook, as JSON.</summary>
    public static async Task<string> Sent(byte[] bytes, Form form)
    {
        var content = await Content(bytes, form);
        content.Faults.ShouldBeEmpty();
        var read = new ReportReader(form, Unit, UnitLevel.Province, consolidates: true).Read(content.ToElement());
        (read.Refusal?.Errors ?? []).ShouldBeEmpty();
        return Json(read.Value.Answers);
    }

    public static string Json(Answers answers) =>
        System.Text.Encoding.UTF8.GetString(ReportJson.Write(new ReportContent(answers, [])).Span);
}
