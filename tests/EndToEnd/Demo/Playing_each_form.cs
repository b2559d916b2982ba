using System.Globalization;
using System.Text.RegularExpressions;
using VksServerless.Application.Forms;
using VksServerless.Forms;

namespace VksServerless.EndToEnd.Demo;

public sealed partial class Playing_each_form(EveryForm demo) : IClassFixture<EveryForm>
{
    private static readonly string[] Codes = [.. FormCatalogue.Shipped.Forms.Select(form => form.Code).Distinct()];

    public static TheoryData<string> Forms => [.. Codes];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_figure_that_was_published_is_found_again_from_the_accepted_reports(string form)
    {
        var (code, output) = await DemoRun.Check(demo.FolderOf(form));
        code.ShouldBe(0, output);
        int.Parse(Checked().Match(output).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(500);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Whatever_is_altered_afterwards_is_found(string form)
    {
        var (code, output) = await DemoRun.Check(demo.FolderOf(form), "--self-test");
        code.ShouldBe(0, output);
        int.Parse(Tried().Match(output).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Months_follow_each_other_and_make_up_the_longer_period()
    {
        demo.Lines.Select(line => line.GetProperty("form").GetString()!.Split('@')[0]).ShouldBe(
            [
                "an-hinh-su-thang", "an-hinh-su-thang", "an-hinh-su-nam", "an-hinh-su-thang", "an-hinh-su-thang",
                .. Codes.Where(form => !form.StartsWith("an-hinh-su", StringComparison.Ordinal))]);
        demo.Lines.ShouldAllBe(line => line.GetProperty("units").GetInt32() == EveryForm.Units);
    }

    [Fact]
    public void Units_explain_what_is_unusual() => demo.Lines.Sum(line => line.GetProperty("explained").GetInt32()).ShouldBeGreaterThan(0);

    [GeneratedRegex("figures checked: ([0-9]+), differences: 0")]
    private static partial Regex Checked();

    [GeneratedRegex("alterations tried: ([0-9]+), not found: 0")]
    private static partial Regex Tried();
}
