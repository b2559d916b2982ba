using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Storage.People;

namespace VksServerless.Storage.Publications;

/// <summary>A row for each publication and person, all in one partition: a few hundred a year.</summary>
internal sealed class AcknowledgementStore(IRowStore rows) : IAcknowledgements
{
    private const string Partition = "acknowledgements";

    public Task Keep(Acknowledgement acknowledgement, CancellationToken cancellation) => rows.TryCommit(
        Partition,
        [
            new RowWrite.Insert(
                KeysOf(acknowledgement.Cycle, acknowledgement.Sequence) + PersonKeys.Of(acknowledgement.Person),
                StoredJson.Write(acknowledgement)),
        ],
        [],
        cancellation);

    public async Task<IReadOnlyList<Acknowledgement>> Of(CycleId cycle, int sequence, CancellationToken cancellation) =>
        [.. (await List(KeysOf(cycle, sequence), cancellation)).OrderBy(one => one.At)];

    public async Task<IReadOnlyList<Acknowledgement>> By(PersonId person, CancellationToken cancellation) =>
        [.. (await List("", cancellation)).Where(one => one.Person == person)];

    private async Task<IEnumerable<Acknowledgement>> List(string keys, CancellationToken cancellation) =>
        (await rows.List(Partition, keys, cancellation)).Select(row => StoredJson.Read<Acknowledgement>(row.Body));

    private static string KeysOf(CycleId cycle, int sequence) => $"{cycle}|{sequence:000}|";
}
