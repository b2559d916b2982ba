using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>The centre writes its own part of the sector report. A report that awaits approval is put together again with it.</summary>
public sealed class WriteSectorText(ISectorTexts texts, IForms forms, ChangeCycle change, TimeProvider clock) : IUseCase
{
    /// <param name="etag">Of the text as the person has read it; none before the first.</param>
    public async Task<Outcome<Versioned<SectorText>>> Execute(
        Cycle cycle, IReadOnlyDictionary<string, string> sections, ETag etag, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!cycle.TakesSectorText)
        {
            return CycleRefusals.SectorReportWritten(cycle);
        }

        var text = SectorText.Of(sections, (await forms.Find(cycle.Terms.Form, cancellation))!, by.Name, now);
        if (text.Refused)
        {
            return text.Refusal!;
        }

        var before = await texts.Read(cycle.Id, cancellation);
        if (await texts.Save(cycle.Id, text.Value, etag, cancellation) is not { } saved)
        {
            return CycleRefusals.Stale;
        }

        // Were this process to end here, the publication would find that the report has changed, and have it put together again.
        // Not cancelled with the request, for the same reason.
        var composed = await change.AndWake(cycle.Id, current => current.ComposeWithNewText(now), by.Person, CancellationToken.None);
        if (composed.Refusal is { } late)
        {
            await texts.Save(cycle.Id, before?.Value ?? SectorText.Nothing(by.Name, now), saved, CancellationToken.None);
            return late;
        }

        return new Versioned<SectorText>(text.Value, saved);
    }
}
