use std::net::SocketAddr;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::{S3Auth, SecretKey};
use s3s::service::S3ServiceBuilder;
use s3s::{S3Result, s3_error};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::storage::Storage;
use crate::{ACCESS_KEY, SECRET_KEY};

/// A server with an empty storage. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
    /// Deleted with the server.
    _folder: TempDir,
}

impl Server {
    /// Starts a server on a free port of the loopback interface.
    ///
    /// # Panics
    ///
    /// If it cannot create a folder or open a port.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files can be written");
        let mut builder = S3ServiceBuilder::new(Storage::in_folder(folder.path()));
        builder.set_auth(Keys);
        let service = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let task = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let server = Builder::new(TokioExecutor::new());
                    // A closed connection is not a failure of the server.
                    let _ = server.serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        Self { address, task, _folder: folder }
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The only known pair of keys. For an unknown key, the server answers as OBS does.
struct Keys;

#[async_trait::async_trait]
impl S3Auth for Keys {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        if access_key == ACCESS_KEY {
            Ok(SecretKey::from(SECRET_KEY))
        } else {
            Err(s3_error!(InvalidAccessKeyId, "The OBS Access Key Id you provided does not exist in our records."))
        }
    }
}
