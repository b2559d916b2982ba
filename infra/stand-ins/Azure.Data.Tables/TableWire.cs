using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Requests of the Table service's REST protocol, sent through the pipeline that retries and signs them.</summary>
internal sealed class TableWire
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TableWire(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        Endpoint = endpoint;
        _version = options.Version;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new TableErrors() };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Endpoint { get; }

    public string Address(string path) => $"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}";

    public async Task<Response> Send(
        RequestMethod method, string path, byte[] content, string contentType, ETag ifMatch, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(Address(path)));
        request.Headers.Add("x-ms-version", _version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        if (ifMatch != default)
        {
            request.Headers.Add("If-Match", ifMatch.ToString());
        }

        if (content is not null)
        {
            request.Headers.Add("Content-Type", contentType);
            request.Content = RequestContent.Create(content);
        }

        await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        return message.ExtractResponseContent() is { } body ? await Whole(message.Response, body, cancellation) : message.Response;
    }

    /// <summary>The pipeline has read the body into memory already; the message that is disposed must not take it along.</summary>
    private static async Task<Response> Whole(Response response, Stream body, CancellationToken cancellation)
    {
        var copy = new MemoryStream();
        await body.CopyToAsync(copy, cancellation).ConfigureAwait(false);
        copy.Position = 0;
        response.ContentStream = copy;
        return response;
    }
}
