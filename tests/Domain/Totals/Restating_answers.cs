using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

public class Restating_answers
{
    private static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!;
    private static readonly UnitCode One = UnitCode.Of("T83");
    private static readonly UnitCode Other = UnitCode.Of("T84");

    [Fact]
    public async Task Of_one_predecessor_gives_all_that_it_answered()
    {
        var answers = Answers("may_tinh", 3);

        (await RestatedAnswers.Of(Form, new Origins([One], true), _ => Task.FromResult<Answers?>(answers))).ShouldBe(answers);
    }

    [Fact]
    public async Task Of_several_gives_the_sums_and_nothing_else()
    {
        var restated = await Restate(
            new Origins([One, Other], true), Answers("may_tinh", 3, "khác", "chữ"), Answers("may_tinh", 4, "khác", "chữ"));

        restated.ShouldNotBeNull().ByField.ShouldHaveSingleItem().Value.ShouldBe(new Answer.Number(7));
        (await Restate(new Origins([One, Other], true), Answers("may_tinh", 3), VksServerless.Figures.Answers.None)).ShouldNotBeNull()
            .ByField.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_part_or_without_an_accepted_report_cannot_be_said()
    {
        (await Restate(new Origins([One], false), Answers("may_tinh", 3), null)).ShouldBeNull();
        (await Restate(new Origins([One, Other], true), Answers("may_tinh", 3), null)).ShouldBeNull();
    }

    private static Task<Answers?> Restate(Origins origins, Answers? one, Answers? other) =>
        RestatedAnswers.Of(Form, origins, unit => Task.FromResult(unit == One ? one : other));

    private static Answers Answers(string field, decimal value, string? words = null, string? text = null)
    {
        var all = new Dictionary<string, Answer> { [field] = new Answer.Number(value) };
        if (words is not null)
        {
            all[words] = new Answer.Words(text!);
        }

        return new Answers(all);
    }
}
