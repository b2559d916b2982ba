using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using VksServerless.Storage;
using ETag = VksServerless.Kernel.ETag;
using TableETag = Azure.ETag;

namespace VksServerless.Azure.Storage;

/// <summary>
/// One entity group transaction. Every entity carries the mark of the commit that wrote it: when the reply to a commit is
/// lost, the client sends it again and is told of a conflict, with itself. The mark tells that conflict from a real one.
/// </summary>
internal sealed partial class TableCommit(
    TableClient table, string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
{
    private const string Mark = "Commit";

    /// <summary>Well-formed, and of no row: that of a row of ours that another writer has already changed again.</summary>
    private static readonly ETag Superseded = ETag.Of("W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"");

    private readonly string _mark = Guid.NewGuid().ToString("N");

    public async Task<IReadOnlyDictionary<string, ETag>> Submit(CancellationToken cancellation)
    {
        if (writes.Any(write => Condition(write) is { } etag && !OfSomeRow().IsMatch(etag.ToString())))
        {
            throw new RowConflictException(partition);
        }

        try
        {
            var answers = await table.SubmitTransactionAsync([.. writes.Select(Action), .. messages.Select(Action)], cancellation);
            return writes.Zip(answers.Value)
                .Where(written => written.First is not RowWrite.Delete)
                .ToDictionary(written => written.First.Key, written => ETag.Of(written.Second.Headers.ETag!.Value.ToString()));
        }
        catch (RequestFailedException refused) when (IsConflict(refused))
        {
            return await EarlierTry(cancellation) ?? throw new RowConflictException(partition, refused);
        }
    }

    private static ETag? Condition(RowWrite write) => write switch
    {
        RowWrite.Replace replace => replace.ETag,
        RowWrite.Delete delete => delete.ETag,
        _ => null,
    };

    /// <summary>What else comes from outside is no row's ETag; the service would call it malformed, and take * for every row's.</summary>
    [GeneratedRegex("\\AW/\"datetime'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(%3[Aa]|:)[0-9]{2}(%3[Aa]|:)[0-9]{2}([.][0-9]{1,9})?Z'\"\\z")]
    private static partial Regex OfSomeRow();

    private TableTransactionAction Action(RowWrite write) => write switch
    {
        RowWrite.Insert => new(TableTransactionActionType.Add, Entity(write)),
        RowWrite.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(write), new TableETag(replace.ETag.ToString())),
        RowWrite.Upsert => new(TableTransactionActionType.UpsertReplace, Entity(write)),
        RowWrite.Delete delete => new(
            TableTransactionActionType.Delete, new TableEntity(partition, write.Key), new TableETag(delete.ETag.ToString())),
        _ => throw new ArgumentOutOfRangeException(nameof(write)),
    };

    private TableTransactionAction Action(OutboxMessage message, int place)
    {
        var entity = TableOutbox.Entity(partition, message, place, now);
        entity[Mark] = _mark;
        return new(TableTransactionActionType.Add, entity);
    }

    private TableEntity Entity(RowWrite write) => new TableEntity(partition, write.Key) { [Mark] = _mark }.With(write.Content());

    /// <summary>A table that is missing is a fault, not a conflict.</summary>
    private static bool IsConflict(RequestFailedException refused) => refused.ErrorCode is { } code
        && (code == TableErrorCode.UpdateConditionNotSatisfied || code == TableErrorCode.EntityAlreadyExists
            || code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound);

    /// <summary>The ETags that an earlier try of this very commit left behind, or null when there was none.</summary>
    private async Task<IReadOnlyDictionary<string, ETag>?> EarlierTry(CancellationToken cancellation)
    {
        var written = writes.Where(write => write is not RowWrite.Delete).Select(write => write.Key).ToList();

        // A new row is the witness that is least likely to have been changed since. A commit of nothing but deletions leaves
        // none: it is told of a conflict, loads again and finds done what it wanted.
        var witness = writes.OfType<RowWrite.Insert>().FirstOrDefault()?.Key
            ?? written.FirstOrDefault()
            ?? messages.Select(message => TableOutbox.Key(message.Id)).FirstOrDefault();
        if (witness is null || await OwnETag(witness, cancellation) is null)
        {
            return null;
        }

        var etags = new Dictionary<string, ETag>();
        foreach (var key in written)
        {
            etags[key] = await OwnETag(key, cancellation) ?? Superseded;
        }

        return etags;
    }

    private async Task<ETag?> OwnETag(string key, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue && found.Value!.GetString(Mark) == _mark ? ETag.Of(found.Value.ETag.ToString()) : null;
    }
}
