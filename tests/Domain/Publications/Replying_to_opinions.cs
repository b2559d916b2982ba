using VksServerless.Publications;

namespace VksServerless.Tests.Publications;

public class Replying_to_opinions
{
    private static readonly HashSet<string> Known = [.. Enumerable.Range(0, 501).Select(number => $"{number:x16}")];
    private static readonly string[] One = [$"{1:x16}"];

    [Fact]
    public void Takes_an_accepted_opinion_without_a_word_and_keeps_paragraphs()
    {
        OpinionReply.Of(One, ReplyKind.Accepted, null, Known).Value.ShouldBe(new OpinionReply(ReplyKind.Accepted, ""));
        OpinionReply.Of(One, ReplyKind.Explained, " Một.\r\nHai. ", Known).Value
            .ShouldBe(new OpinionReply(ReplyKind.Explained, "Một.\nHai."));
    }

    [Theory]
    [InlineData(ReplyKind.Explained, null, "required")]
    [InlineData(ReplyKind.Explained, " …\n", "required")]
    [InlineData(ReplyKind.Accepted, "a\u202eb", "control-character")]
    public void Refuses_a_text_at_its_place(ReplyKind kind, string? text, string rule) =>
        OpinionReply.Of(One, kind, text, Known).Refusal!.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Place.ShouldBe("/text"), error => error.Rule.ShouldBe(rule));

    [Fact]
    public void Is_bounded()
    {
        OpinionReply.Of(One, ReplyKind.Accepted, new string('a', OpinionReply.MostText), Known).Refused.ShouldBeFalse();
        Rules(One, new string('a', OpinionReply.MostText + 1)).ShouldBe(["/text too-long"]);
        OpinionReply.Of([.. Known.Take(500)], ReplyKind.Accepted, null, Known).Refused.ShouldBeFalse();
        Rules([.. Known], null).ShouldBe(["/ids too-many"]);
        Rules([], null).ShouldBe(["/ids required"]);
    }

    [Fact]
    public void Names_every_opinion_that_there_is_not_beside_what_else_is_wrong() =>
        Rules(["khong-co", One[0], ""], "a\u200bb")
            .ShouldBe(["/ids/0 unknown-opinion", "/ids/2 unknown-opinion", "/text control-character"]);

    private static IEnumerable<string> Rules(string[] ids, string? text) =>
        OpinionReply.Of(ids, ReplyKind.Accepted, text, Known).Refusal!.Errors.Select(error => $"{error.Place} {error.Rule}");
}
