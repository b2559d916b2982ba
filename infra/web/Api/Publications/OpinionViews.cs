using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Web.Api.Publications;

public sealed record OpinionsView(OpinionCounts Counts, IReadOnlyList<OpinionView> Opinions)
{
    public static OpinionsView Of(CycleOpinions of, Roster roster)
    {
        var views = of.Opinions.Select(opinion => OpinionView.Of(opinion, of.Replies.GetValueOrDefault(opinion.Id), roster)).ToList();
        return new OpinionsView(
            OpinionCounts.Of([.. of.Opinions.Select(opinion => of.Replies.GetValueOrDefault(opinion.Id)?.Reply)]), views);
    }
}

/// <param name="Id">Another one when the unit says something else.</param>
/// <param name="Text">Of a text; null: it is a row.</param>
/// <param name="Cells">Of a row, by column code; null: it is a text.</param>
/// <param name="Reply">Null: nobody has replied.</param>
public sealed record OpinionView(
    string Id, string Section, FieldCode Field, UnitCode Unit, string Name, string? Text, IReadOnlyDictionary<string, string>? Cells,
    ReplyView? Reply)
{
    public static OpinionView Of(Opinion opinion, RecordedReply? reply, Roster roster) => new(
        opinion.Id, opinion.Section, opinion.Field, opinion.Unit, roster.NameOf(opinion.Unit), opinion.Text, opinion.Cells,
        reply is null ? null : new ReplyView(reply.Reply.Kind, reply.Reply.Text, reply.By, reply.At));
}

/// <param name="Text">Empty where an accepted opinion needs no word.</param>
public sealed record ReplyView(ReplyKind Kind, string Text, string By, DateTimeOffset At);
