using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Notices;

/// <summary>Looks for mails by what people know of them, as far as they may read them.</summary>
public sealed class FindMails(IMailLog log, IDirectoryStore directories, TimeProvider clock) : IUseCase
{
    private const int ReadAtOnce = 200;

    /// <summary>So many are looked at for one page: who wants to look further asks for the next.</summary>
    private const int MostRead = 4_000;

    /// <param name="size">About so many.</param>
    /// <returns>A page; an empty one with a continuation says that the others have not been looked at yet.</returns>
    public async Task<Outcome<Page<LoggedMail>>> Execute(
        MailFilter filter, Caller caller, int size, string? continuation, CancellationToken cancellation)
    {
        if (!Permission.ReadsMails(caller))
        {
            return AccessRefusals.NotPermitted;
        }

        var addresses = filter.Unit.Length == 0 ? null : await AddressesOf(filter.Unit, cancellation);
        var (found, read, next) = (new List<LoggedMail>(), 0, continuation);
        do
        {
            Page<LoggedMail> page;
            try
            {
                page = await log.List(filter.File, filter.Looks ? ReadAtOnce : size, next, cancellation);
            }
            catch (ContinuationUnknownException)
            {
                return MailRefusals.PageUnknown;
            }

            found.AddRange(page.Items.Where(mail => Matches(filter, mail, addresses, caller)));
            (read, next) = (read + page.Items.Count, page.Continuation);
        }
        while (next is not null && found.Count < size && read < MostRead);
        return new Page<LoggedMail>(found, next);
    }

    /// <summary>Those of the unit that is named, by its code or name.</summary>
    private async Task<IReadOnlySet<string>> AddressesOf(string unit, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        return (directory.FindNamed(unit, VietnamTime.DayOf(clock.GetUtcNow()))?.Mails ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a mail is about is searched only for those who may read it.</summary>
    private static bool Matches(MailFilter filter, LoggedMail logged, IReadOnlySet<string>? addresses, Caller caller)
    {
        var (mail, words) = (logged.Mail, Search.Plain(filter.Search));
        var readsSubject = mail.File != MailFile.Desk || Permission.ReadsMailTexts(caller);
        return (filter.State is null || logged.State == filter.State)
            && (filter.Kinds?.Contains(mail.Kind) ?? true)
            && (addresses?.Contains(mail.To) ?? true)
            && (words.Length == 0 || mail.To.Contains(words, StringComparison.OrdinalIgnoreCase)
                || (readsSubject && Search.Plain(mail.Subject).Contains(words, StringComparison.Ordinal)));
    }
}

/// <summary>Which mails somebody looks for.</summary>
/// <param name="File">Null: of every cycle, and of the desk.</param>
/// <param name="Kinds">Null: any.</param>
/// <param name="Unit">A unit by its code or its whole name: what went to its addresses; empty: to whichever.</param>
/// <param name="Search">Part of the subject or of an address, in any case and without accents; empty: every mail.</param>
public sealed record MailFilter(
    MailFile? File = null, MailState? State = null, IReadOnlyList<string>? Kinds = null, string Unit = "", string Search = "")
{
    /// <summary>Whether it must look into mails to choose among them.</summary>
    internal bool Looks => State is not null || Kinds is not null || Unit.Length + Search.Length > 0;
}
