using VksServerless.Figures;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

/// <summary>What instructions and faults advise is taken.</summary>
public class Following_the_advice
{
    [Theory]
    [InlineData("so", "1234")]
    [InlineData("le", "1234,5")]
    [InlineData("le", "1.234,5")]
    [InlineData("ngay", "20/07/2026")]
    [InlineData("ngay", "03/04/2026")]
    [InlineData("so_kad", "Không áp dụng")]
    [InlineData("chon_kad", "Không áp dụng")]
    [InlineData("tinh_kad", "Không áp dụng")]
    [InlineData("bai_kad", "Không áp dụng")]
    [InlineData("co", "Có")]
    [InlineData("co", "Không")]
    [InlineData("so", "")]
    public async Task Is_accepted(string field, string typed)
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        file.Type(file.PlaceOf($"vks_a__{field}"), typed);

        (await Samples.Faults(file.Bytes(), AForm.AllKinds)).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_a_question_applies_to_all_is_said_by_the_report()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        file.Type(file.PlaceOf("vks_a__so"), "Không áp dụng");

        (await Samples.Faults(file.Bytes(), AForm.AllKinds)).ShouldHaveSingleItem().Message.ShouldContain("ghi 0");
    }

    [Fact]
    public async Task Every_word_of_every_list_is_the_option_that_it_stands_for()
    {
        foreach (var option in new[] { "mot", "hai", "khac", "cong", "dai" })
        {
            var answers = new Answers(new Dictionary<string, Answer>
            {
                ["chon"] = new Answer.Choice(option),
                ["chon_kad"] = new Answer.Choice(option),
            });

            (await Samples.Sent(await Samples.Write(Samples.Report(AForm.AllKinds, answers)), AForm.AllKinds))
                .ShouldBe(Samples.Json(answers));
        }
    }

    [Fact]
    public async Task Sums_of_what_was_rounded_in_binary_are_those_of_decimals()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        file.TypeNumber(file.PlaceOf("vks_a__le"), (0.1 + 0.2).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var row in new[] { 6, 7, 8 })
        {
            file.Type(("Phần III", $"A{row}"), "x");
            file.TypeNumber(("Phần III", $"C{row}"), "1.0049999999999999");
        }

        var answers = (await Samples.Content(file.Bytes(), AForm.AllKinds)).Sent["answers"]!;
        answers["le"]!.GetValue<decimal>().ShouldBe(0.3m);
        answers["rieng"]!.AsArray().Sum(row => row!["le"]!.GetValue<decimal>()).ShouldBe(3.015m);
    }
}
