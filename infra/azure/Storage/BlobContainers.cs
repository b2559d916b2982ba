using Azure.Storage.Blobs;
using VksServerless.Storage;

namespace VksServerless.Azure.Storage;

/// <summary>Which container a blob stands in. Two, because an immutability policy holds for a whole container.</summary>
/// <param name="Received">What stays for good: the policy's container.</param>
/// <param name="Files">What is attached to drafts, and removed again when the draft could not be told of it.</param>
public sealed record BlobContainers(BlobContainerClient Received, BlobContainerClient Files)
{
    public BlobContainerClient Of(string name) => BlobNames.IsReceived(name) ? Received : Files;
}
