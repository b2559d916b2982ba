using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Where files lie while they come in blocks. A block that was taken is durable.</summary>
public interface IUploads
{
    /// <returns>The upload with the blocks that are there, from 0; null: there is none of that id.</returns>
    Task<(Upload Upload, IReadOnlySet<int> Blocks)?> Find(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation);

    /// <summary>Those of one report.</summary>
    Task<IReadOnlyList<Upload>> Of(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <summary>Begins it, or notes that it goes on; blocks that are there stay.</summary>
    Task Begin(Upload upload, CancellationToken cancellation);

    /// <summary>Takes a block, if it has the length that it must have. One that is there already stays as it is.</summary>
    /// <returns>False: it has another length, and was not kept.</returns>
    Task<bool> Take(Upload upload, int block, Stream content, CancellationToken cancellation);

    /// <summary>The file from its blocks, all of which are there. The caller disposes the stream.</summary>
    Stream Read(Upload upload);

    /// <summary>Removes it with all its blocks. Cut off midway, it can be done again.</summary>
    Task Drop(Upload upload, CancellationToken cancellation);

    /// <summary>Every one, of all reports.</summary>
    IAsyncEnumerable<Upload> All(CancellationToken cancellation);
}
