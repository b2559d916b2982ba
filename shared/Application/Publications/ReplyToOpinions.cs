using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>
/// Tiếp thu, giải trình: the centre answers several opinions in the same words. A report that awaits approval is put together again
/// with it.
/// </summary>
public sealed class ReplyToOpinions(ReadOpinions read, IOpinionReplies replies, ChangeCycle change, TimeProvider clock) : IUseCase
{
    /// <returns>The opinions with their replies now.</returns>
    public async Task<Outcome<CycleOpinions>> Execute(
        Cycle cycle, IReadOnlyList<string> ids, ReplyKind kind, string? text, Caller by, CancellationToken cancellation)
    {
        if (!cycle.TakesSectorText)
        {
            return CycleRefusals.SectorReportWritten(cycle);
        }

        var before = await read.Of(cycle, cancellation);
        var reply = OpinionReply.Of(ids, kind, text, before.Opinions.Select(opinion => opinion.Id).ToHashSet());
        if (reply.Refused)
        {
            return reply.Refusal!;
        }

        var now = clock.GetUtcNow();
        var given = new RecordedReply(reply.Value, by.Person, by.Name, now);
        var answered = ids.ToHashSet();

        // No longer cancelled with the request: replies that are stored but in no report would void an approval.
        cancellation = CancellationToken.None;
        await replies.Save(cycle.Id, answered.ToDictionary(id => id, _ => (RecordedReply?)given), cancellation);

        // Were this process to end here, the publication would find that the report has changed, and have it put together again.
        var composed = await change.AndWake(cycle.Id, current => current.ComposeWithNewText(now), by.Person, cancellation);
        if (composed.Refusal is { } late)
        {
            await replies.Save(cycle.Id, answered.ToDictionary(id => id, id => before.Replies.GetValueOrDefault(id)), cancellation);
            return late;
        }

        return before.With(answered, given);
    }
}
