//! The network itself, run by rten. Nothing outside this file names rten.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use rten::{ModelOptions, NodeId, RunOptions, ThreadPool, ValueView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use super::error::ModelError;

/// A loaded network: `x` [1 × positions × hidden] and the wanted `rows` → `y` [1 × wanted × columns]. Threads share it; each call runs on one
/// thread.
pub(super) struct Network {
    model: rten::Model,
    input: NodeId,
    rows: NodeId,
    output: NodeId,
    /// Thread pools of one thread that no call uses just now. rten runs every call on a pool, by default on one of as many threads as there
    /// are cores; a single small pool for all would let callers wait for each other. So there come to be as many as there are callers.
    idle: Mutex<Vec<Arc<ThreadPool>>>,
}

impl Network {
    /// Loads an ONNX graph, and packs its weights for this processor.
    pub fn load(onnx: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        // All operators: rten 0.27 lets one choose among those of its old file format only, and `Attention` is none of them.
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = match onnx {
            Cow::Borrowed(bytes) => options.load_static_slice(bytes),
            Cow::Owned(bytes) => options.load(bytes),
        };
        let model = model.map_err(|error| ModelError::Network(error.into()))?;
        let node = |name| model.node_id(name).map_err(|error| ModelError::Network(error.into()));
        let (input, rows, output) = (node("x")?, node("rows")?, node("y")?);
        Ok(Self { model, input, rows, output, idle: Mutex::default() })
    }

    /// Runs one window: `x` row-major [positions × hidden] gives `y` row-major [rows × columns] of the positions `rows`, with the number of
    /// columns. What no row needs is not computed.
    pub fn run(&self, x: &[f32], hidden: usize, rows: &[i32]) -> Result<(Vec<f32>, usize), ModelError> {
        let x = NdTensorView::from_data([1, x.len() / hidden, hidden], x);
        let rows = NdTensorView::from_data([rows.len()], rows);
        let pool = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let pool = pool.unwrap_or_else(|| Arc::new(ThreadPool::with_num_threads(1)));
        let options = RunOptions::default().with_thread_pool(Some(pool.clone()));
        let inputs = vec![(self.input, ValueView::from(x.as_dyn()).into()), (self.rows, ValueView::from(rows.as_dyn()).into())];
        let result = self.model.run_n(inputs, [self.output], Some(options));
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(pool);
        let [y] = result.map_err(|error| ModelError::Network(error.into()))?;
        let y: NdTensor<f32, 3> = y.try_into().map_err(|error: rten::TryFromValueError| ModelError::Network(error.into()))?;
        let columns = y.size(2);
        Ok((y.into_data(), columns))
    }
}
