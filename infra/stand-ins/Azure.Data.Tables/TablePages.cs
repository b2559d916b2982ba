namespace Azure.Data.Tables;

/// <summary>Asks for page after page until the service names no next one.</summary>
internal sealed class TablePages<T>(
    int? maxPerPage, Func<string, int?, CancellationToken, Task<Page<T>>> page, CancellationToken cancellation) : AsyncPageable<T>(cancellation)
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var next = await page(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken).ConfigureAwait(false);
            yield return next;
            continuationToken = next.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
