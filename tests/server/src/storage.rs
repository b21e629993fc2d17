use std::path::{Path, PathBuf};

use s3s::dto::{
    AbortMultipartUploadInput, AbortMultipartUploadOutput, CreateBucketInput, CreateBucketOutput, DeleteBucketInput,
    DeleteBucketOutput, DeleteObjectsInput, DeleteObjectsOutput, Error, GetObjectInput, GetObjectOutput, HeadBucketInput,
    HeadBucketOutput, HeadObjectInput, HeadObjectOutput, PutObjectInput, PutObjectOutput,
};
use s3s::{S3, S3Request, S3Response, S3Result, s3_error};
use s3s_fs::FileSystem;

/// Keeps buckets as folders and objects as files. `FileSystem` would delete a bucket together with its objects, and answer `AccessDenied`
/// for an upload that does not exist. This storage answers both requests as OBS documents it.
#[derive(Debug)]
pub(crate) struct Storage {
    files: FileSystem,
    root: PathBuf,
}

impl Storage {
    pub(crate) fn in_folder(root: &Path) -> Self {
        Self { files: FileSystem::new(root).expect("the folder exists"), root: root.to_owned() }
    }

    fn is_empty(&self, bucket: &str) -> bool {
        std::fs::read_dir(self.root.join(bucket)).is_ok_and(|mut entries| entries.next().is_none())
    }
}

#[async_trait::async_trait]
impl S3 for Storage {
    async fn create_bucket(&self, request: S3Request<CreateBucketInput>) -> S3Result<S3Response<CreateBucketOutput>> {
        self.files.create_bucket(request).await
    }

    async fn delete_bucket(&self, request: S3Request<DeleteBucketInput>) -> S3Result<S3Response<DeleteBucketOutput>> {
        let bucket = &request.input.bucket;
        if self.root.join(bucket).exists() && !self.is_empty(bucket) {
            return Err(s3_error!(BucketNotEmpty, "The bucket you tried to delete is not empty"));
        }
        self.files.delete_bucket(request).await
    }

    async fn head_bucket(&self, request: S3Request<HeadBucketInput>) -> S3Result<S3Response<HeadBucketOutput>> {
        self.files.head_bucket(request).await
    }

    async fn put_object(&self, request: S3Request<PutObjectInput>) -> S3Result<S3Response<PutObjectOutput>> {
        self.files.put_object(request).await
    }

    async fn get_object(&self, request: S3Request<GetObjectInput>) -> S3Result<S3Response<GetObjectOutput>> {
        self.files.get_object(request).await
    }

    async fn head_object(&self, request: S3Request<HeadObjectInput>) -> S3Result<S3Response<HeadObjectOutput>> {
        self.files.head_object(request).await
    }

    /// Refuses to delete objects whose keys begin with `locked/`, as a bucket policy might.
    async fn delete_objects(&self, request: S3Request<DeleteObjectsInput>) -> S3Result<S3Response<DeleteObjectsOutput>> {
        let keys = request.input.delete.objects.iter().map(|object| &object.key);
        let errors = keys.filter(|key| key.starts_with("locked/")).map(|key| Error {
            key: Some(key.clone()),
            code: Some("AccessDenied".to_owned()),
            message: Some("Access Denied".to_owned()),
            ..Error::default()
        });
        Ok(S3Response::new(DeleteObjectsOutput { errors: Some(errors.collect()), ..DeleteObjectsOutput::default() }))
    }

    async fn abort_multipart_upload(
        &self,
        request: S3Request<AbortMultipartUploadInput>,
    ) -> S3Result<S3Response<AbortMultipartUploadOutput>> {
        if !self.root.join(format!(".upload-{}.json", request.input.upload_id)).exists() {
            return Err(s3_error!(
                NoSuchUpload,
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed"
            ));
        }
        self.files.abort_multipart_upload(request).await
    }
}
